// Package devnet is a development chain inside the process: go-ethereum with one producer of blocks, an HTTP endpoint
// and, if asked, a data folder. It is what `peritus demo` and the tests run on.
//
// A transaction is in a block within milliseconds of being sent. Time is the caller's: a block bears the chain's clock,
// which the caller can set before its first block and move forward later, so that a demo can live through a month in a
// second. Blocks become final every 32, as on the public network, or when the caller says so.
//
// Nothing here is for production. The chain's one rich account has a key that everybody knows.
package devnet
