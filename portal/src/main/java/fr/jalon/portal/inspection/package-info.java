/**
 * The reading of a file for programs and for passers-by: a file comes in, what the engine saw goes
 * out, as JSON or as a page, nothing is kept.
 *
 * <p>Not here: what an inspection says (the engine) and how a file becomes a dataset ({@code
 * deposit}).
 */
@ApplicationModule(allowedDependencies = {"storage", "web", "worker"})
@NullMarked
package fr.jalon.portal.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
