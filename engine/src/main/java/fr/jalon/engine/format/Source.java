package fr.jalon.engine.format;

import java.nio.file.Path;

/**
 * A file received, as the engine sees it: bytes at a path, and the name its owner gave it, which is
 * only a label.
 *
 * @param work a folder of this job's own for temporary files; emptied by whoever made it
 */
public record Source(Path path, String name, long size, Path work) {}
