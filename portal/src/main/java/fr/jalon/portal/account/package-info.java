/**
 * People, their roles, how they sign in and are invited, who may see which page, and the mails sent
 * to them.
 *
 * <p>Not here: what they do once in. To open a new address, add its line to {@link
 * fr.jalon.portal.account.Policy}: what has no line is refused to all.
 */
@ApplicationModule(allowedDependencies = {"database", "organization", "register", "web"})
@NullMarked
package fr.jalon.portal.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
