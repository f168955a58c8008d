/**
 * Datasets, their versions and distributions: what is published, what waits in the sandbox, how it
 * is found, who may see it, how its files and rows are read.
 *
 * <p>Not here: how a file becomes a dataset ({@code deposit}), the pages that show it ({@code
 * explore}), programs that ask for it ({@code api}). The catalog knows none of them; whoever needs
 * to learn of a publication listens to {@link fr.jalon.portal.catalog.DatasetPublished}.
 *
 * <p>To add a license, a theme or a frequency, add a constant to its enum and its sentence to the
 * message files.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "database",
      "organization",
      "register",
      "storage",
      "web",
      "worker"
    })
package fr.jalon.portal.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
