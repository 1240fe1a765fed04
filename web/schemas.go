package web

import (
	"maps"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/refusal"
)

// schemas lists the JSON Schemas that are served, by the schema that documents name.
func (a *App) schemas(c *fiber.Ctx) error {
	list := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(a.cfg.Schemas)) {
		list[name] = "/schemas/" + name
	}
	return c.JSON(fiber.Map{"schemas": list})
}

// schema serves the JSON Schema of one kind of document. A new version of a kind has another name, but a mistake in a schema
// is mended under the same one.
func (a *App) schema(c *fiber.Ctx) error {
	text, ok := a.cfg.Schemas[strings.TrimSuffix(c.Params("+"), ".json")]
	if !ok {
		return refusal.New(refusal.NotFound, "schema-unknown", "schema", "There is no JSON Schema of this name; /schemas lists those that there are.")
	}
	return file(c, "application/schema+json", briefly, []byte(text))
}
