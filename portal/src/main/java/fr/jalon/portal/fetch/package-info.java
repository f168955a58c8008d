/**
 * What is taken from other sites: the one room that opens a connection to an address a person or
 * another site gave. An address is checked when the socket connects, each redirect again.
 *
 * <p>Not here: what is done with the file taken. Nothing else in the program opens an address or a
 * socket, but for the database and the mail server; a test holds it.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package fr.jalon.portal.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
