// Package charter reads the documents by which an instance governs itself beside its policy: who sits in the council and
// who guards it, whose machines are admitted, and what each type of badge is. They are decided on like any other document.
package charter
