package record

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

const (
	proofHeader = "c2sp.org/tlog-proof@v1"
	// MaxProof is the size in bytes of the largest tlog-proof that is read.
	MaxProof = 64 << 10
)

// A Proof is a C2SP tlog-proof: what shows, offline and for ever, that a log has an entry.
type Proof struct {
	Extra      []byte // for the application, and not authenticated; nil if there is none
	Index      int64
	Hashes     []Hash // the inclusion proof, the leaf's sibling first
	Checkpoint []byte // the signed note, verbatim
}

// Encode returns the text of p:
//
//	c2sp.org/tlog-proof@v1
//	extra <base64>                  only if there is extra data
//	index <decimal>
//	<base64 hash>                   one line for each hash
//
//	<checkpoint>
func (p Proof) Encode() []byte {
	var b bytes.Buffer
	b.WriteString(proofHeader + "\n")
	if p.Extra != nil {
		b.WriteString("extra " + base64.StdEncoding.EncodeToString(p.Extra) + "\n")
	}
	b.WriteString("index " + strconv.FormatInt(p.Index, 10) + "\n")
	for _, h := range p.Hashes {
		b.WriteString(h.String() + "\n")
	}
	b.WriteByte('\n')
	b.Write(p.Checkpoint)
	return b.Bytes()
}

// ParseProof reads a tlog-proof. Nothing in it is checked yet but its form; see [Proof.Verify].
func ParseProof(text []byte) (Proof, error) {
	if len(text) > MaxProof {
		return Proof{}, fmt.Errorf("tlog-proof: %d bytes, at most %d are allowed", len(text), MaxProof)
	}
	head, checkpoint, ok := strings.Cut(string(text), "\n\n")
	if !ok || checkpoint == "" {
		return Proof{}, errors.New("tlog-proof: there is no checkpoint behind an empty line")
	}
	lines := strings.Split(head, "\n")
	if lines[0] != proofHeader {
		return Proof{}, fmt.Errorf("tlog-proof: the first line is not %q", proofHeader)
	}
	lines = lines[1:]
	p := Proof{Checkpoint: []byte(checkpoint), Hashes: []Hash{}}
	if len(lines) > 0 {
		if extra, ok := strings.CutPrefix(lines[0], "extra "); ok {
			raw, err := base64.StdEncoding.Strict().DecodeString(extra)
			if err != nil || base64.StdEncoding.EncodeToString(raw) != extra {
				return Proof{}, errors.New("tlog-proof: the extra data is not base64")
			}
			p.Extra = raw
			lines = lines[1:]
		}
	}
	if len(lines) == 0 {
		return Proof{}, errors.New("tlog-proof: there is no index")
	}
	index, ok := strings.CutPrefix(lines[0], "index ")
	if !ok {
		return Proof{}, errors.New("tlog-proof: there is no index")
	}
	var err error
	if p.Index, err = parseDecimal(index); err != nil {
		return Proof{}, fmt.Errorf("tlog-proof: index: %w", err)
	}
	if len(lines)-1 > maxProofHashes {
		return Proof{}, fmt.Errorf("tlog-proof: more than %d hashes", maxProofHashes)
	}
	for _, line := range lines[1:] {
		h, err := ParseHash(line)
		if err != nil {
			return Proof{}, fmt.Errorf("tlog-proof: %w", err)
		}
		p.Hashes = append(p.Hashes, h)
	}
	return p, nil
}

// maxProofHashes is the length of the longest inclusion proof in a tree of MaxSize leaves.
const maxProofHashes = 53

// Verify checks that the log named origin, whose key is log, has leaf at the proof's index, and returns the checkpoint
// that says so. Cosignatures by the witnesses given are checked as in [OpenCheckpoint].
func (p Proof) Verify(leaf []byte, origin string, log note.Verifier, witnesses ...note.Verifier) (Checkpoint, *note.Note, error) {
	c, n, err := OpenCheckpoint(p.Checkpoint, origin, log, witnesses...)
	if err != nil {
		return Checkpoint{}, nil, err
	}
	if err := CheckInclusion(p.Hashes, c.Size, c.Root, p.Index, LeafHash(leaf)); err != nil {
		return Checkpoint{}, nil, err
	}
	return c, n, nil
}
