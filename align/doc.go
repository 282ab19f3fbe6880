// Package align finds the tasks of different documents that mandate work on the same matter,
// whatever words they use, and compares what regions set out to do.
//
// # Alignment is a function of the stored documents
//
// How much a word tells depends on how many tasks use it: 标准化 stands in nearly every task of the
// genre and tells nothing, 畜禽 tells much. Every stored document therefore changes every score a
// little. Scores kept at loading time would depend on the order of loading, or would have to be
// rewritten as a whole with each document. So no score is kept: an Index holds the words of all
// tasks, and ALIGNED_WITH edges are worked out when somebody asks. Adding or removing a document
// changes counts and postings, in time linear in that document; what the Index answers depends
// only on the documents it holds, never on their order or history.
//
// # The score
//
// The words of a task are the character bigrams of its Han text and its Latin words, its phrases
// all runs of four Han characters; what stands in the heading counts three times. Its concepts are
// the matters named in concepts.txt, a thesaurus that brings 电商 and 电子商务, 行政审批 and 政务服务
// together. Evidence for a pair (a, b) of tasks of the documents A and B is the weighted sum of
//
//   - the cosines of their words and of their phrases, weighted by idf over the stored tasks
//     (Salton and Buckley 1988): words find what is alike, phrases tell chance from wording;
//   - the cosine of their concepts, and the share of one task's concepts that the other covers: a
//     short task on 旅游 is part of a long one on 服务业;
//   - the overlap of their topics, of the functions of the departments in charge, and of the
//     standards bodies and standards they name;
//   - context: how alike a is to the neighbours of b in b's chapter, and the other way round.
//
// Evidence is then divided by the square root of the smaller of the two best values that a finds
// in B and b finds in A. So a task's best counterpart stands out even where two documents share
// few words, and a task that is a little like everything (a hub) does not align with everything
// (compare local scaling, Zelnik-Manor and Perona 2004). A logistic function, fitted once to
// graded pairs, turns the quotient into a score in [0, 1] that reads as the probability that two
// readers call the tasks related. Scores are symmetric to the last bit: sums are integers, or are
// taken in an order that does not depend on which task is asked about.
//
// # Which tasks are looked at
//
// Where the regions asked about hold at most 32 documents, every task of them is scored. Above
// that, the candidates are the 16 tasks most like the asked one by its telling words: postings are
// read from the heaviest word down, words of equal weight together, until 20,000 have been read.
// Words common to more tasks than that only count in scoring. The work for one task is thereby
// bounded, whatever the store holds. A candidate costs its chapter, not its document: where two
// tasks are each other's best from one side, what the other side finds cannot be less, and need
// not be looked for. Candidates depend on the stored tasks alone, too.
package align
