/**
 * Published datasets and their rows for programs, the description of this API (OpenAPI) and its
 * page. No key, no account, no rehearsal.
 *
 * <p>Not here: how rows are asked ({@code catalog}, which does not know the API), addresses that
 * other rooms add ({@link fr.jalon.portal.web.ApiOperation}).
 *
 * <p>To add an address, write it in a controller that takes the dataset from {@link
 * fr.jalon.portal.catalog.Access} and tell it in {@link OpenApi}: a test compares them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "web"})
package fr.jalon.portal.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
