package fr.jalon.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingNamesTest {
  @Test
  void refusesASettingNobodyReadsAndNamesTheNearest() {
    assertThatThrownBy(
            () -> check(new MapPropertySource("file", Map.of("jalon.deposit.maxsise", 1))))
        .isInstanceOfSatisfying(
            UnknownSetting.class,
            unknown -> assertThat(unknown.nearest()).isEqualTo("jalon.deposit.max-size"))
        .hasMessageContaining("jalon.deposit.maxsise");
  }

  @Test
  void takesTheSettingsOfTheEnvironment() {
    check(
        new SystemEnvironmentPropertySource(
            "env", Map.of("JALON_DEPOSIT_MAXSIZE", "1MB", "JALON_URL", "x", "JALONX", "y")));
  }

  private static void check(MapPropertySource source) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(source);
    ConfigurationPropertySources.attach(environment);
    var beans = new DefaultListableBeanFactory();
    beans.registerBeanDefinition("a", new RootBeanDefinition(PortalSettings.class));
    beans.registerBeanDefinition("b", new RootBeanDefinition(UploadSettings.class));
    var names = new SettingNames();
    names.setEnvironment(environment);
    names.postProcessBeanFactory(beans);
  }
}
