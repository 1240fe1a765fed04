package wallet

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CheckShowable reports why a text from somebody else must not reach the window in which a wallet shows a message: it
// is longer than max bytes, not UTF-8, blank at an end, or has characters that hide, reorder or break what is read
// (controls, line breaks, direction marks, zero-width and private characters). The joiners that some scripts need are
// allowed.
func CheckShowable(text string, max int) error {
	switch {
	case len(text) > max:
		return fmt.Errorf("is %d bytes long; at most %d are allowed", len(text), max)
	case !utf8.ValidString(text):
		return fmt.Errorf("is not UTF-8")
	case strings.TrimSpace(text) != text || text == "":
		return fmt.Errorf("is empty, or begins or ends with a space; remove it")
	}
	for _, r := range text {
		const nonJoiner, joiner = '\u200c', '\u200d'
		if !unicode.IsPrint(r) && r != nonJoiner && r != joiner {
			return fmt.Errorf("has the character %U, which wallets do not show; remove it", r)
		}
	}
	return nil
}
