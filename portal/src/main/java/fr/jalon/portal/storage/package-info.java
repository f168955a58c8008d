/**
 * Files on disk: what was received and what was written, each kept once under the hash of its
 * bytes, and the work folders of running jobs.
 *
 * <p>Not here: what a file means, and who may see it. Nothing is ever changed in place; a file's
 * name is a label kept by whoever stores it.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package fr.jalon.portal.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
