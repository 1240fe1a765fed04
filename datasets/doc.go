// Package datasets fixes what the data is: the documents "peritus/dataset/v1", a manifest of one data set, and
// "peritus/mixture/v1", the shares in which data sets are trained on.
//
// What can be derived is derived and never stated: how often a source is repeated, which licences and which kinds of
// sources a mixture rests on, whether evaluation data is in it. Derive computes it from the mixture and the manifests.
//
// The package is pure: its results depend on its arguments alone.
package datasets
