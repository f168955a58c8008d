@NullMarked
package fr.jalon.portal.fetch;

import org.jspecify.annotations.NullMarked;
