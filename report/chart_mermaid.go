package report

import (
	"fmt"
	"io"
	"strings"
)

// ChartMermaid writes a chart in the language of Mermaid, which many wikis draw. The
// seats that the advice is about have the colour of the structure. Names are written so
// that nothing in them is read as markup.
func ChartMermaid(w io.Writer, c *Chart) error {
	var b strings.Builder
	boxes := c.boxes()
	b.WriteString("flowchart " + growing(len(boxes)) + "\n")
	number := map[string]int{}
	for i, box := range boxes {
		number[box.post.Role] = i
		label := mermaidText(box.title)
		if box.note != "" {
			label += "<br/>" + mermaidText(box.note)
		}
		fmt.Fprintf(&b, "  p%d[\"%s\"]\n", i, label)
		if box.post.Under != "" {
			arrow := "---"
			if box.post.Contract {
				arrow = "-.-"
			}
			fmt.Fprintf(&b, "  p%d %s p%d\n", number[box.post.Under], arrow, i)
		}
		if box.post.Leads {
			fmt.Fprintf(&b, "  style p%d fill:%s,color:#000000,stroke-width:3px\n", i, tints()[c.Advice.Recommendation].web)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// growing is where a chart grows to: downwards, or to the right where so many posts beside
// each other would become too small to read.
func growing(posts int) string {
	const most = 8
	if posts > most {
		return "LR"
	}
	return "TD"
}

// mermaidText writes every character that could mean something to Mermaid or to HTML
// as its number.
func mermaidText(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == ' ' || r == ',' || r == '.' || r == '-' || r > 0x7f || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, "#%d;", r)
	}
	return b.String()
}
