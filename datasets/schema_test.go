package datasets

import (
	"testing"

	"github.com/peritus-dao/peritus/governance/document/documenttest"
)

// The schemas say whatever a schema can: what they let through and the validators refuse compares one field with others,
// adds up, knows the calendar or the list of licences.
func TestSchemasAgree(t *testing.T) {
	beyond := []string{"bounds", "date", "evidence", "files", "licence", "order", "range", "sum"}
	documenttest.Agree(t, DatasetKind(), read(t, "dataset.json"), beyond...)
	documenttest.Agree(t, DatasetKind(), read(t, "dataset-index.json"), beyond...)
	documenttest.Agree(t, DatasetKind(), edit(t, read(t, "dataset.json"), "/withdrawn", `{"ground":"hash","reason":"The files are others."}`), beyond...)
	documenttest.Agree(t, MixtureKind(), read(t, "mixture.json"), beyond...)
}
