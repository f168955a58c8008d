package fr.jalon.portal.web;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a setting nobody reads: a misspelt one would be forgotten in silence, and
 * the portal would run otherwise than its operator believes.
 */
@Component
final class SettingNames implements BeanFactoryPostProcessor, EnvironmentAware {
  private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("jalon");

  private @Nullable Environment environment;

  /** Made so early that Spring gives nothing to its constructor. */
  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (environment == null) {
      throw new IllegalStateException("Spring gave no environment");
    }
    Set<ConfigurationPropertyName> known = known(beans);
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource list) {
        list.stream()
            .filter(name -> OURS.isAncestorOf(name) && !known.contains(name))
            .findFirst()
            .ifPresent(name -> refuse(name, source, known));
      }
    }
  }

  private static Set<ConfigurationPropertyName> known(ConfigurableListableBeanFactory beans) {
    Set<ConfigurationPropertyName> names = new TreeSet<>();
    for (String bean : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
      Class<?> type = beans.getType(bean);
      ConfigurationProperties settings =
          beans.findAnnotationOnBean(bean, ConfigurationProperties.class);
      if (type != null && type.isRecord() && settings != null) {
        list(type, settings.value(), names);
      }
    }
    return names;
  }

  /** A record within the record is a group of settings. */
  static void list(Class<?> settings, String prefix, Set<ConfigurationPropertyName> names) {
    for (RecordComponent component : settings.getRecordComponents()) {
      String name = prefix + "." + dashed(component.getName());
      if (component.getType().isRecord()) {
        list(component.getType(), name, names);
      } else {
        names.add(ConfigurationPropertyName.of(name));
      }
    }
  }

  private static void refuse(
      ConfigurationPropertyName name,
      ConfigurationPropertySource source,
      Set<ConfigurationPropertyName> known) {
    String nearest =
        known.stream()
            .map(ConfigurationPropertyName::toString)
            .min(Comparator.comparingInt(one -> distance(one, name.toString())))
            .orElse("");
    throw new UnknownSetting(
        name.toString(),
        source.getUnderlyingSource() instanceof PropertySource<?> place ? place.getName() : "",
        nearest);
  }

  private static String dashed(String component) {
    return component.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }

  /** Levenshtein's: how many letters to add, remove or change. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
