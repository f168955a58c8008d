/**
 * The database: PostgreSQL, brought along by Jalon or given by its address, and the order in which
 * the rooms' tables are made.
 *
 * <p>Not here: anyone's tables; each room keeps its own SQL and its own migrations. To add a room
 * with tables, put its migrations in {@code db/migration/<room>} and a line in {@link
 * fr.jalon.portal.database.Migrations#ROOMS}.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package fr.jalon.portal.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
