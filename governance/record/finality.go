package record

import (
	"fmt"
	"strconv"
	"strings"
)

// Finality says which blocks of a chain count as final. Its text stands in genesis.json, so that the follower, the anchors'
// sender, every verifier and every node draw the same line:
//
//	finalized      the block that the chain calls finalized; an empty text means the same
//	finalized-32   32 blocks below that one
//	safe           the block that the chain calls safe, where that is the chain's strongest word
//	latest-64      64 blocks below the head, for chains that have no such words
//
// The head itself is never final, so latest needs a depth.
type Finality struct {
	Tag   string // finalized, safe or latest
	Depth uint64 // blocks below that
}

// maxDepth is about a month of blocks that come each second.
const maxDepth = 1 << 21

// ParseFinality reads the one spelling of a finality.
func ParseFinality(text string) (Finality, error) {
	if text == "" {
		return Finality{Tag: "finalized"}, nil
	}
	tag, depth, deep := strings.Cut(text, "-")
	f := Finality{Tag: tag}
	switch tag {
	case "finalized", "safe", "latest":
	default:
		return Finality{}, finalityError(text)
	}
	if deep {
		n, err := strconv.ParseUint(depth, 10, 64)
		if err != nil || n == 0 || n > maxDepth || strconv.FormatUint(n, 10) != depth {
			return Finality{}, finalityError(text)
		}
		f.Depth = n
	}
	if tag == "latest" && f.Depth == 0 {
		return Finality{}, finalityError(text)
	}
	return f, nil
}

func finalityError(text string) error {
	return fmt.Errorf("%.40q is no finality; write finalized, safe, or with a depth of 1 to %d blocks finalized-32, safe-8, latest-64", text, maxDepth)
}

// String returns the text.
func (f Finality) String() string {
	if f.Depth == 0 {
		return f.Tag
	}
	return f.Tag + "-" + strconv.FormatUint(f.Depth, 10)
}
