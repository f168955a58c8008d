@NullMarked
package fr.jalon.portal.deposit.describe;

import org.jspecify.annotations.NullMarked;
