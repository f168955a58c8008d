/**
 * What people and authorities say to each other about open data: questions asked of a dataset
 * without an account, what re-users made of it, and the datasets an authority might open first.
 *
 * <p>Everything that comes from outside is read by somebody before it is seen. To add a dataset
 * that is proposed to authorities, add a constant to {@link fr.jalon.portal.culture.FirstDataset}
 * and its words to the message files. Not here: help for those who publish ({@code help}), guides
 * ({@code guide}).
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"account", "catalog", "explore", "organization", "register", "web"})
package fr.jalon.portal.culture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
