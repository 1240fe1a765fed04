package modelspec

import (
	"testing"

	"github.com/peritus-dao/peritus/governance/document/documenttest"
)

// The schema says whatever a schema can: what it lets through and Parse refuses compares one field with others, sorts, adds
// up, knows the calendar or the list of licences, or bounds a number by more than its digits.
func TestSchemaAgrees(t *testing.T) {
	documenttest.Agree(t, Kind(), example(t), "bounds", "date", "evidence", "licence", "order", "range", "reference", "root", "sorted")
}
