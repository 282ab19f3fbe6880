package search

import "github.com/blevesearch/bleve/v2/analysis"

// gramAnalyzer makes the terms of a text: at the place of each unit the unit itself, and the bigram
// with the next one where the two are characters side by side.
type gramAnalyzer struct{ lexer lexer }

// Analyze implements analysis.Analyzer.
func (a gramAnalyzer) Analyze(text []byte) analysis.TokenStream {
	units := a.lexer.units(string(text))
	tokens := make([]analysis.Token, 0, 2*len(units))
	for i, u := range units {
		tokens = append(tokens, analysis.Token{Term: []byte(u.text), Position: i + 1})
		if joined(units, i) {
			tokens = append(tokens, analysis.Token{Term: []byte(u.text + units[i+1].text), Position: i + 1})
		}
	}
	stream := make(analysis.TokenStream, len(tokens))
	for i := range tokens {
		stream[i] = &tokens[i]
	}
	return stream
}

// wholeAnalyzer makes one term of a value, as it is.
type wholeAnalyzer struct{}

// Analyze implements analysis.Analyzer.
func (wholeAnalyzer) Analyze(value []byte) analysis.TokenStream {
	return analysis.TokenStream{{Term: value, Position: 1}}
}
