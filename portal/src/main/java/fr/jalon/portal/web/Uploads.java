package fr.jalon.portal.web;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** How files arrive: on the disk of the data folder, never in memory, and none too large. */
@Configuration(proxyBeanMethods = false)
class Uploads {
  @Bean
  MultipartConfigElement multipart(PortalSettings portal, UploadSettings settings)
      throws IOException {
    Path folder = portal.data().toAbsolutePath().normalize().resolve("uploads");
    // What a killed portal was receiving.
    FileSystemUtils.deleteRecursively(folder);
    PrivateFolder.open(folder);
    return new MultipartConfigElement(
        folder.toString(), settings.maxSize().toBytes(), settings.maxRequestSize(), 1 << 16);
  }
}
