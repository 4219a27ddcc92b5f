package tui

import "strings"

// The glyphs that screens draw with. Each is one cell wide and has an ASCII
// stand-in in asciiPairs.
const (
	glyphCrumb   = "›"
	glyphCursor  = "▸"
	glyphBullet  = "•"
	glyphDot     = "·"
	glyphOn      = "●"
	glyphOff     = "○"
	glyphCheck   = "✓"
	glyphCross   = "✗"
	glyphWarn    = "!"
	glyphUp      = "↑"
	glyphDown    = "↓"
	glyphLeft    = "←"
	glyphRight   = "→"
	glyphEllipse = "…"
	glyphRule    = "─"
	glyphBar     = "│"
	glyphThumb   = "┃"
	glyphHeavy   = "━"
)

// asciiPairs names every character beyond ASCII that the app itself draws, or
// that its texts use, with a stand-in of the same width.
var asciiPairs = [...]string{
	glyphCrumb, ">", glyphCursor, ">", glyphBullet, "*", glyphDot, ".",
	glyphOn, "*", glyphOff, "o", glyphCheck, "+", glyphCross, "x",
	glyphUp, "^", glyphDown, "v", glyphLeft, "<", glyphRight, ">",
	glyphEllipse, "~", glyphRule, "-", glyphBar, "|",
	"█", "#", "░", ".", "▓", "%",
	glyphThumb, "#", glyphHeavy, "=",
	"╭", "+", "╮", "+", "╰", "+", "╯", "+", "┌", "+", "┐", "+", "└", "+", "┘", "+",
	"├", "+", "┤", "+", "┬", "+", "┴", "+", "┼", "+", "═", "=", "║", "|",
	"▲", "^", "▼", "v", "◀", "<", "▶", ">", "◆", "*", "◇", "o", "■", "#", "□", ".", "▪", "*",
	"≤", "<", "≥", ">", "×", "x", "±", "~", "−", "-", "–", "-", "—", "-",
	"‘", "'", "’", "'", "“", `"`, "”", `"`, "€", "E", "\u00a0", " ",
	"▏", "|", "▎", "|", "▍", "|", "▋", "#", "▊", "#", "▉", "#", "▐", "#", "▀", "#", "▄", "#",
}

// folder replaces the glyphs by their stand-ins, in a whole frame at once, so
// that no screen can forget to.
func folder() *strings.Replacer { return strings.NewReplacer(asciiPairs[:]...) }
