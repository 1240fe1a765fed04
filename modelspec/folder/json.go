package folder

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/peritus-dao/peritus/governance/document"
)

// parse reads the JSON of a model's folder: objects as map[string]any, numbers as json.Number. Unlike governed documents
// it may hold fractions, but no key may stand there twice, since two readers could then see two models.
func parse(raw []byte) (map[string]any, error) {
	if !utf8.Valid(raw) {
		return nil, errors.New("this is not UTF-8")
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	token, err := d.Token()
	if err != nil {
		return nil, fmt.Errorf("this is not JSON: %w", err)
	}
	v, err := value(d, token, 0)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows after the end")
	}
	object, ok := v.(map[string]any)
	if !ok {
		return nil, errors.New("this is not a JSON object")
	}
	return object, nil
}

func value(d *json.Decoder, token json.Token, depth int) (any, error) {
	delim, nested := token.(json.Delim)
	if !nested {
		return token, nil
	}
	if depth >= 32 {
		return nil, errors.New("this JSON nests more than 32 levels")
	}
	object, list := map[string]any{}, []any{}
	for {
		token, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("this is not JSON: %w", err)
		}
		switch token {
		case json.Delim('}'):
			return object, nil
		case json.Delim(']'):
			return list, nil
		}
		key := ""
		if delim == '{' {
			key = token.(string) // the decoder lets nothing else through
			if _, twice := object[key]; twice {
				return nil, fmt.Errorf("the key %q stands there twice", key)
			}
			if token, err = d.Token(); err != nil {
				return nil, fmt.Errorf("this is not JSON: %w", err)
			}
		}
		v, err := value(d, token, depth+1)
		if err != nil {
			return nil, err
		}
		if delim == '{' {
			object[key] = v
		} else {
			list = append(list, v)
		}
	}
}

// integer returns a whole number that is not negative.
func integer(v any) (int64, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, false
	}
	i, err := strconv.ParseInt(n.String(), 10, 64)
	return i, err == nil && i >= 0
}

// decimal returns a number as documents spell it, exactly or not at all.
func decimal(v any) (document.Decimal, bool) {
	n, ok := v.(json.Number)
	if !ok || len(n) > 40 {
		return "", false
	}
	if _, exponent, has := strings.Cut(strings.ToLower(n.String()), "e"); has {
		if e, err := strconv.Atoi(exponent); err != nil || e < -18 || e > 18 {
			return "", false // and no number of a billion digits is built
		}
	}
	exact, ok := new(big.Rat).SetString(n.String())
	if !ok {
		return "", false
	}
	text := strings.TrimSuffix(strings.TrimRight(exact.FloatString(18), "0"), ".")
	d, err := document.ParseDecimal(text)
	return d, err == nil && d.Rat().Cmp(exact) == 0
}
