/**
 * What article 5 of the agreement and the GDPR ask: the register, the notice, how long things are
 * kept, and the rights of people.
 *
 * <p>Not here: what is kept and where, which each room declares ({@code register}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "register", "web"})
package fr.jalon.portal.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
