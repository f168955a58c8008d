/**
 * The pages of what is published: home, list, organizations, and a dataset as a table, a map or a
 * chart, with its files; the same of a rehearsal for those who may see it.
 *
 * <p>Not here: what a dataset is and who may see it ({@code catalog}, which does not know these
 * pages), rows for programs ({@code api}). Nothing is written here: these pages only read.
 *
 * <p>To add a way of seeing, make its view from a version beside {@link ChartViews} and its tab in
 * {@link DatasetViews}; take the dataset from {@link fr.jalon.portal.catalog.Access}, always.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "storage", "web"})
package fr.jalon.portal.explore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
