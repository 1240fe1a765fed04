package wallet

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

// TypedData is the JSON that eth_signTypedData_v4 takes (EIP-712). Integers are decimal strings, because a wallet
// written in JavaScript rounds numbers above 2^53, and addresses are in their EIP-55 spelling, because people read them.
type TypedData struct {
	Types       map[string][]Field `json:"types"`
	PrimaryType string             `json:"primaryType"`
	Domain      TypedDomain        `json:"domain"`
	Message     map[string]string  `json:"message"`
}

// Field is one member of an EIP-712 struct type.
type Field struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

// TypedDomain is the domain as a wallet reads it.
type TypedDomain struct {
	Name              string `json:"name"`
	Version           string `json:"version"`
	ChainID           uint64 `json:"chainId"`
	VerifyingContract string `json:"verifyingContract"`
}

// typedData pairs the fields that the type string names with their values, so that the type hash, the request and
// the message cannot drift apart. A mismatch is a mistake in this package, and every message has a test.
func typedData(d Domain, typ string, values ...any) TypedData {
	name, fields := parseType(typ)
	if len(fields) != len(values) {
		panic(fmt.Sprintf("wallet: %s has %d fields and was given %d values", name, len(fields), len(values)))
	}
	message := make(map[string]string, len(fields))
	for i, f := range fields {
		message[f.Name] = typedValue(values[i])
	}
	_, domain := parseType(DomainType)
	return TypedData{
		Types:       map[string][]Field{"EIP712Domain": domain, name: fields},
		PrimaryType: name,
		Domain:      TypedDomain{DomainName, DomainVersion, d.ChainID, d.Contract.Hex()},
		Message:     message,
	}
}

// parseType reads "Name(type name,type name)".
func parseType(typ string) (string, []Field) {
	name, list, _ := strings.Cut(strings.TrimSuffix(typ, ")"), "(")
	var fields []Field
	for member := range strings.SplitSeq(list, ",") {
		t, n, _ := strings.Cut(member, " ")
		fields = append(fields, Field{Name: n, Type: t})
	}
	return name, fields
}

func typedValue(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case common.Address:
		return v.Hex()
	case []byte:
		return "0x" + hex.EncodeToString(v)
	case [32]byte:
		return "0x" + hex.EncodeToString(v[:])
	case uint64:
		return strconv.FormatUint(v, 10)
	case uint32:
		return strconv.FormatUint(uint64(v), 10)
	case uint8:
		return strconv.FormatUint(uint64(v), 10)
	}
	panic(fmt.Sprintf("wallet: no EIP-712 text for %T", v))
}
