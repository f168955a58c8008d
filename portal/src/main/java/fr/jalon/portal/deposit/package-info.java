/**
 * From a file received to a dataset published: the deposit, its steps, its repairs, its visas.
 *
 * <p>Not here: what a file holds (the engine says) nor what is published ({@code catalog}). To add
 * a step, add a constant to {@link fr.jalon.portal.deposit.Step}, its page and its controller
 * method.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "catalog",
      "database",
      "fetch",
      "organization",
      "register",
      "storage",
      "web",
      "worker"
    })
package fr.jalon.portal.deposit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
