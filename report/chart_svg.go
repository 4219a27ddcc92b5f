package report

import (
	"bytes"
	"fmt"
	"io"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// Measures of a chart, in pixels.
const (
	boxHeight = 40
	boxGap    = 12
	boxIndent = 36
	boxPad    = 12
	svgBold   = 9 // a letter of a title
)

// ChartSVG draws a chart as an image of its own: SVG without links, scripts or fonts
// from elsewhere. The seats that the advice is about have the colour of the structure;
// a line of dots is a contract, a thick frame a new post. The same chart gives the same
// bytes.
func ChartSVG(w io.Writer, c *Chart) error {
	list := c.boxes()
	width := 0
	for _, b := range list {
		width = max(width, 2*svgMargin+b.depth*boxIndent+boxWidth(b))
	}
	below := c.dropped()
	width = max(width, 2*svgMargin+svgChar*ansi.StringWidth(below))
	height := 2*svgMargin + len(list)*(boxHeight+boxGap) + svgLine
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="remit-chart" role="img" aria-labelledby="remit-chart-title remit-chart-desc" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" font-family="system-ui, sans-serif" font-size="14">`+"\n", width, height)
	fmt.Fprintf(&b, `<title id="remit-chart-title">%s</title>`+"\n"+`<desc id="remit-chart-desc">%s</desc>`+"\n", markup("Who reports to whom"), markup(c.told()))
	b.WriteString(`<style>
.remit-chart .page { fill: #ffffff } .remit-chart .ink { fill: #1a1a1a } .remit-chart .soft { fill: #555555 } .remit-chart .box { fill: #f2f3f5; stroke: #9aa0a8 } .remit-chart .new { stroke-width: 3; stroke: #1a1a1a } .remit-chart .line { stroke: #9aa0a8; stroke-width: 2; fill: none } .remit-chart .dots { stroke-dasharray: 3 4 } .remit-chart .lead { fill: #000000 }
@media screen and (prefers-color-scheme: dark) { .remit-chart .page { fill: #16181d } .remit-chart .ink { fill: #ececec } .remit-chart .soft { fill: #b0b0b0 } .remit-chart .box { fill: #24272e } .remit-chart .new { stroke: #ececec } }
</style>
`)
	fmt.Fprintf(&b, `<rect class="page" width="%d" height="%d"/>`+"\n", width, height)
	row := map[string]int{}
	for i, box := range list {
		row[box.post.Role] = i
		c.drawBox(&b, box, i, row)
	}
	if below != "" {
		fmt.Fprintf(&b, `<text class="soft" x="%d" y="%d">%s</text>`+"\n", svgMargin, height-svgMargin, markup(below))
	}
	b.WriteString("</svg>\n")
	_, err := b.WriteTo(w)
	return err
}

func boxWidth(b box) int {
	return 2*boxPad + max(svgBold*ansi.StringWidth(b.title), svgChar*ansi.StringWidth(b.note))
}

func (c *Chart) drawBox(b *bytes.Buffer, box box, i int, row map[string]int) {
	x, y := svgMargin+box.depth*boxIndent, svgMargin+i*(boxHeight+boxGap)
	if above, ok := row[box.post.Under]; ok && box.depth > 0 {
		stem := x - boxIndent/2
		dots := ""
		if box.post.Contract {
			dots = " dots"
		}
		fmt.Fprintf(b, `<path class="line%s" d="M%d %dV%dH%d"/>`+"\n", dots, stem, svgMargin+above*(boxHeight+boxGap)+boxHeight, y+boxHeight/2, x)
	}
	class, fill, ink, soft := "box", "", "ink", "soft"
	if box.post.State == model.PostNew {
		class += " new"
	}
	if box.post.Leads {
		fill = fmt.Sprintf(` style="fill:%s"`, tints()[c.Advice.Recommendation].web)
		ink, soft = "lead", "lead"
	}
	fmt.Fprintf(b, `<rect class="%s"%s x="%d" y="%d" width="%d" height="%d" rx="5"/>`+"\n", class, fill, x, y, boxWidth(box), boxHeight)
	at := y + boxHeight/2 + 5
	if box.note != "" {
		at = y + 17
		fmt.Fprintf(b, `<text class="%s" x="%d" y="%d" font-size="12">%s</text>`+"\n", soft, x+boxPad, y+33, markup(box.note))
	}
	fmt.Fprintf(b, `<text class="%s" x="%d" y="%d" font-weight="bold">%s</text>`+"\n", ink, x+boxPad, at, markup(box.title))
}

// told is the chart in words, for those who cannot see it.
func (c *Chart) told() string {
	var b bytes.Buffer
	for _, box := range c.boxes() {
		b.WriteString(box.title)
		if box.post.Under != "" {
			b.WriteString(" under " + c.title(box.post.Under))
		}
		if box.note != "" {
			b.WriteString(" (" + box.note + ")")
		}
		b.WriteString(". ")
	}
	return b.String() + c.dropped()
}
