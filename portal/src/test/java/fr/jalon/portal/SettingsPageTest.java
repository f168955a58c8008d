package fr.jalon.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class SettingsPageTest {
  @Test
  void everySettingHasItsLine() throws Exception {
    String page = Files.readString(Path.of("../docs/settings.md"));
    assertThat(settings().filter(setting -> !page.contains("| `" + setting + "` |")))
        .as("say in docs/settings.md what the setting decides, and its value if not given")
        .isEmpty();
  }

  @Test
  void everyLineIsASetting() throws Exception {
    List<String> settings = settings().toList();
    assertThat(Files.readAllLines(Path.of("../docs/settings.md")))
        .filteredOn(line -> line.startsWith("| `jalon."))
        .map(line -> line.substring(3, line.indexOf('`', 3)))
        .allMatch(settings::contains);
  }

  private static Stream<String> settings() throws ClassNotFoundException {
    var records = new ClassPathScanningCandidateComponentProvider(false);
    records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    Stream<String> settings = Stream.empty();
    for (var found : records.findCandidateComponents("fr.jalon.portal")) {
      Class<?> type = Class.forName(found.getBeanClassName());
      settings =
          Stream.concat(
              settings, of(type, type.getAnnotation(ConfigurationProperties.class).value()));
    }
    return settings;
  }

  private static Stream<String> of(Class<?> type, String prefix) {
    return Stream.of(type.getRecordComponents())
        .flatMap(
            component ->
                component.getType().isRecord()
                    ? of(component.getType(), name(prefix, component))
                    : Stream.of(name(prefix, component)));
  }

  private static String name(String prefix, RecordComponent component) {
    return prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
