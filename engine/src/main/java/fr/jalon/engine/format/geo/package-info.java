/**
 * Formats made of records with names: GeoJSON, TopoJSON, JSON, KML, GPX, zipped shapefiles, dBASE,
 * GeoPackage, FlatGeobuf, Parquet. Points become columns {@code longitude} and {@code latitude} in
 * WGS 84, other shapes a column {@code geometry} of GeoJSON text.
 *
 * <p>Not here: how Parquet keeps its values, which its own room knows. To add a format, write its
 * class over {@code Features}, which collects records, and its line in {@code Formats}.
 */
@NullMarked
package fr.jalon.engine.format.geo;

import org.jspecify.annotations.NullMarked;
