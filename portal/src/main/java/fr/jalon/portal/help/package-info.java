/**
 * SOS Data: a person asks for help from where they are, somebody who accompanies authorities
 * answers, and what was solved becomes an article for the next one.
 *
 * <p>A request keeps addresses (step, card, cells), never what stands there; what is proposed is a
 * mend of the deposit, kept and accepted there. Not here: the deposit, which does not know that
 * this room exists.
 *
 * <p>To add a rung to what happens when nobody answers, add a constant to {@link
 * fr.jalon.portal.help.Rung} and its mail to the message files.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "catalog",
      "deposit",
      "organization",
      "programme",
      "register",
      "storage",
      "web"
    })
package fr.jalon.portal.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
