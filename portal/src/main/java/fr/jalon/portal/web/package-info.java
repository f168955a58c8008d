/**
 * How every page looks and speaks: the frame, the words, the numbers and dates, the language, the
 * errors.
 *
 * <p>Nothing of the domain is here; rooms hand their own records to their own templates. To add a
 * link to the navigation, declare a {@link fr.jalon.portal.web.NavEntry} bean in its room.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.jalon.portal.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
