// Package format gets the text out of the files in which policy documents come: plain text in the
// encodings that are in use, web pages, Word (.docx), PDF with a text layer, Markdown, and zip
// archives of these. The content decides what a file is, not its name.
//
// The text that Text returns is the one that all offsets of evidence count in. So it is made for
// reading rules: a paragraph is a line, a cell of a table is set off by a tab, and numbers that a
// program draws by itself (一、 of a Word list) are written out.
//
// Files are hostile until they have proved otherwise: sizes are limited before anything is
// unpacked, and a file that breaks a reader is an error that says so, never a panic.
package format
