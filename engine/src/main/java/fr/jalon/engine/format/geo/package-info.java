/**
 * Formats made of records with names: GeoJSON, JSON, KML, zipped shapefiles, GeoPackage. Points
 * become columns {@code longitude} and {@code latitude} in WGS 84, other shapes a column {@code
 * geometry} of GeoJSON text.
 */
@NullMarked
package fr.jalon.engine.format.geo;

import org.jspecify.annotations.NullMarked;
