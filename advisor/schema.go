package advisor

// FrameworkSchema is the JSON Schema (draft 2020-12) of each file of a framework,
// for editors. It sees the shape of one file; ids that nobody declares, gaps in
// tables and all else that lies between things only Load sees.
func FrameworkSchema() []byte {
	data, err := files.ReadFile("framework/framework.schema.json")
	if err != nil {
		panic("advisor: " + err.Error()) // the file is embedded
	}
	return data
}
