/**
 * Outlines of communes, which an administrator loads once: the quiet ground under the maps.
 *
 * <p>The file is read by a worker like any other, and what is kept is the GeoJSON we wrote of it.
 * Not here: how they are drawn ({@code explore}), and what authorities there are ({@code
 * organization}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"organization", "storage", "web", "worker"})
package fr.jalon.portal.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
