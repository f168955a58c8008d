/**
 * Local authorities: the communes and EPCI of the region, from reference data.
 *
 * <p>Not here: their people ({@code account}) and what they publish ({@code catalog}). To add
 * authorities, renew the reference files of the engine; the next start loads them.
 */
@ApplicationModule(allowedDependencies = {"database", "web"})
@NullMarked
package fr.jalon.portal.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
