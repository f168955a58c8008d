package fr.jalon.portal.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files are kept.
 *
 * @param folder of the files kept
 * @param work folder of the running jobs' temporary files, on any disk; emptied at each start
 * @param reserve free space below which no more file is taken, so that the database can go on
 */
@ConfigurationProperties("jalon.storage")
record StorageSettings(
    @DefaultValue("data/files") Path folder,
    @DefaultValue("data/work") Path work,
    @DefaultValue("1GB") DataSize reserve) {}
