/**
 * The pages of what is published: home, list, organizations, themes, national models, and a dataset
 * as a table, a map or charts, with its quality and its files; the same of a rehearsal for those
 * who may see it.
 *
 * <p>Not here: what a dataset is and who may see it ({@code catalog}, which does not know these
 * pages), rows for programs ({@code api}). Nothing is written here: these pages only read.
 *
 * <p>To add a way of seeing, make its view from a version beside {@link ChartViews} and its tab in
 * {@link DatasetViews}; to add a chart, a {@link ChartKind} and a {@link Chart} of it, whose {@link
 * Drawing} serves the page and the files alike. Take the dataset from {@link
 * fr.jalon.portal.catalog.Access}, always.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "storage", "territory", "web"})
package fr.jalon.portal.explore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
