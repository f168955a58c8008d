/**
 * Child processes in which untrusted files are parsed: a file that kills, blocks or swells its
 * process is one refused file, and nobody else notices.
 *
 * <p>Not here: what is done with the file (the engine) and its protocol ({@code fr.jalon.cli}).
 */
@ApplicationModule(allowedDependencies = {"storage"})
@NullMarked
package fr.jalon.portal.worker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
