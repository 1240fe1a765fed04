package record

import (
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// MaxCheckpoint is the size in bytes of the largest signed checkpoint that is read.
const MaxCheckpoint = 32 << 10

// A Checkpoint is a tree head: which log, how many entries, which root.
type Checkpoint struct {
	Origin string // names the log; the name of its key as well
	Size   int64
	Root   Hash
}

// Text returns the C2SP checkpoint body, which is what a log signs:
//
//	<origin>
//	<size in decimal>
//	<root in standard base64>
func (c Checkpoint) Text() string {
	return c.Origin + "\n" + strconv.FormatInt(c.Size, 10) + "\n" + c.Root.String() + "\n"
}

// Sign returns c as a signed note with a signature of each signer.
func (c Checkpoint) Sign(signers ...note.Signer) ([]byte, error) {
	if len(signers) == 0 {
		return nil, errors.New("checkpoint: no signer")
	}
	if got, err := parseCheckpoint(c.Text()); err != nil || got != c {
		return nil, fmt.Errorf("checkpoint of %q at size %d cannot be written", c.Origin, c.Size)
	}
	return note.Sign(&note.Note{Text: c.Text()}, signers...)
}

// OpenCheckpoint reads a signed checkpoint of the log named origin, which must be signed by the log's key. Signatures
// of the witnesses given are checked too, and a false one fails the whole note; those that are there are listed in the
// note's Sigs. Signatures by unknown keys are ignored, as the format asks.
func OpenCheckpoint(msg []byte, origin string, log note.Verifier, witnesses ...note.Verifier) (Checkpoint, *note.Note, error) {
	if len(msg) > MaxCheckpoint {
		return Checkpoint{}, nil, fmt.Errorf("checkpoint: %d bytes, at most %d are allowed", len(msg), MaxCheckpoint)
	}
	n, err := note.Open(msg, note.VerifierList(append([]note.Verifier{log}, witnesses...)...))
	var unverified *note.UnverifiedNoteError
	if errors.As(err, &unverified) {
		return Checkpoint{}, nil, fmt.Errorf("checkpoint: not signed by the log's key %s+%08x", log.Name(), log.KeyHash())
	}
	if err != nil {
		return Checkpoint{}, nil, fmt.Errorf("checkpoint: %w", err)
	}
	c, err := parseCheckpoint(n.Text)
	if err != nil {
		return Checkpoint{}, nil, err
	}
	if c.Origin != origin {
		return Checkpoint{}, nil, fmt.Errorf("checkpoint: it is of the log %q, not of %q", c.Origin, origin)
	}
	for _, s := range slices.Concat(n.Sigs, n.UnverifiedSigs) { // note.Open does not mind the unused bits at the end
		if _, err := base64.StdEncoding.Strict().DecodeString(s.Base64); err != nil {
			return Checkpoint{}, nil, fmt.Errorf("checkpoint: the signature of %s is spelled in an unusual way", s.Name)
		}
	}
	if !signedBy(n, log) {
		return Checkpoint{}, nil, fmt.Errorf("checkpoint: not signed by the log's key %s+%08x", log.Name(), log.KeyHash())
	}
	return c, n, nil
}

// PeekCheckpoint reads what a signed checkpoint says without looking at its signatures. It is for finding files, and for
// nothing that anybody believes.
func PeekCheckpoint(msg []byte) (Checkpoint, error) {
	if len(msg) > MaxCheckpoint {
		return Checkpoint{}, fmt.Errorf("checkpoint: %d bytes, at most %d are allowed", len(msg), MaxCheckpoint)
	}
	text, _, ok := strings.Cut(string(msg), "\n\n")
	if !ok {
		return Checkpoint{}, errors.New("checkpoint: it is not a signed note")
	}
	return parseCheckpoint(text + "\n")
}

func signedBy(n *note.Note, v note.Verifier) bool {
	for _, s := range n.Sigs {
		if s.Name == v.Name() && s.Hash == v.KeyHash() {
			return true
		}
	}
	return false
}

// parseCheckpoint reads a checkpoint body. Extension lines are refused: Peritus writes none, and nobody could audit
// them.
func parseCheckpoint(text string) (Checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		return Checkpoint{}, errors.New("checkpoint: want exactly three lines, origin, size and root")
	}
	size, err := parseDecimal(lines[1])
	if err != nil {
		return Checkpoint{}, fmt.Errorf("checkpoint: size: %w", err)
	}
	root, err := ParseHash(lines[2])
	if err != nil {
		return Checkpoint{}, fmt.Errorf("checkpoint: root: %w", err)
	}
	if lines[0] == "" {
		return Checkpoint{}, errors.New("checkpoint: the origin is empty")
	}
	return Checkpoint{Origin: lines[0], Size: size, Root: root}, nil
}

// ParseHash reads a hash in standard base64, in its only spelling.
func ParseHash(s string) (Hash, error) {
	raw, err := base64.StdEncoding.Strict().DecodeString(s)
	if err != nil || len(raw) != tlog.HashSize || len(s) != 44 {
		return Hash{}, fmt.Errorf("%q is not a hash in base64", shorten(s))
	}
	return Hash(raw), nil
}

// parseDecimal reads a count or index: ASCII digits without a leading zero, at most MaxSize.
func parseDecimal(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || n > MaxSize || strconv.FormatInt(n, 10) != s {
		return 0, fmt.Errorf("%q is not a decimal number from 0 to 2^53-1 without leading zeros", shorten(s))
	}
	return n, nil
}

// shorten keeps hostile input out of messages.
func shorten(s string) string {
	if len(s) > 48 {
		return s[:48] + "…"
	}
	return s
}
