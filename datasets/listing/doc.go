// Package listing reads the lists by which large data sets are published, and drafts manifests from them: path listings
// of Common Crawl, status files of Wikimedia dumps, the catalogue of Project Gutenberg and lists of web addresses. It
// also writes and checks the indexes by which a manifest names more files than a document can hold.
//
// Most of these lists say what there is and not what its bytes are: Common Crawl and Project Gutenberg state no digests,
// Wikimedia states SHA-1. A draft therefore fixes the list itself by its SHA-256, counts what it names, and says plainly
// that the contents are not fixed. Where a list states the SHA-256 of every file, the draft names the files.
//
// Lists are streamed: a million lines take the memory of one. A list that was cut off is refused, and so is one that
// unpacks to far more than it should.
//
// The package is pure: it reads what it is handed, and its results depend on nothing else.
package listing
