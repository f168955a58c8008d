/**
 * The bodies of requests, taken from the network without a thread waiting for them.
 *
 * <p>Not here: what they mean. To let somebody send large ones, implement {@link
 * fr.jalon.portal.web.LargeBodies} in their room.
 */
@NullMarked
package fr.jalon.portal.web.body;

import org.jspecify.annotations.NullMarked;
