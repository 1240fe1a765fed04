// Package mirror keeps a whole record as plain files: in a folder that any web server can serve, or in one tar archive that
// holds the same files. Nothing that it reads is trusted; package replay checks it.
//
// The files have the paths at which an instance serves them:
//
//	log/genesis.json                 entry 0
//	log/tile/…                       C2SP tlog-tiles: the hash tiles and the bundles of entries
//	blob/sha256/<64 hex digits>      what entries name by digest
//	tuf/…                            the TUF repository, for nodes
//	log/checkpoint                   the signed head, the last of all
//
// All but log/checkpoint and tuf/timestamp.json never change. The checkpoint comes last, so that a folder that is being
// written never shows a head whose tiles are not there yet.
//
// An archive is a tar file (POSIX ustar) of these files and nothing else: hash tiles by level and number, then bundles of
// entries by number, then blobs by digest, then the TUF files by name, then the checkpoint. Every header has the mode 0644, the time 0 and
// no owner, so that the same record at the same checkpoint is the same archive, byte for byte, wherever it was made.
package mirror
