/**
 * The reading of a file for programs: a file comes in, the engine's inspection goes out, nothing is
 * kept.
 *
 * <p>Not here: what an inspection says (the engine) and how a file becomes a dataset ({@code
 * deposit}).
 */
@ApplicationModule(allowedDependencies = {"storage", "web", "worker"})
@NullMarked
package fr.jalon.portal.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
