@NullMarked
package fr.jalon.portal.inspection;

import org.jspecify.annotations.NullMarked;
