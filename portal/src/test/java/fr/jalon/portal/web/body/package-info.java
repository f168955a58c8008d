@NullMarked
package fr.jalon.portal.web.body;

import org.jspecify.annotations.NullMarked;
