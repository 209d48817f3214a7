package io.attune.settings;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Refuses to start with a setting that does not exist: a misspelt one would silently do nothing. */
@ApplicationScoped
class SettingsCheck {
    private static final String PREFIX = "attune.";
    private static final String VARIABLE_PREFIX = "ATTUNE_";

    /** Read by the start script and by the tests; they are no settings of the server. */
    private static final List<String> NOT_OURS = List.of(
            "attune.test.", "attune.crash.", "attune.bench.", "ATTUNE_TEST_", "ATTUNE_JAVA_", "ATTUNE_CHROMIUM");

    private final BeanManager beans;
    private final Config config;

    SettingsCheck(BeanManager beans, Config config) {
        this.beans = beans;
        this.config = config;
    }

    void start(@Observes @Priority(-2) StartupEvent event) {
        List<String> faults = faults(new KnownSettings(names(mappings())), config.getConfigSources(), System.getenv());
        if (!faults.isEmpty()) {
            throw new ConfigurationException("Attune does not start like this:\n  - " + String.join("\n  - ", faults));
        }
    }

    private Set<Class<?>> mappings() {
        var found = new java.util.HashSet<Class<?>>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (Type type : bean.getTypes()) {
                if (type instanceof Class<?> candidate && isOurs(candidate)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    private static boolean isOurs(Class<?> candidate) {
        var mapping = candidate.getAnnotation(ConfigMapping.class);
        return mapping != null && (mapping.prefix() + ".").startsWith(PREFIX);
    }

    /** The keys of mappings, with {@code *} where the operator chooses a name. */
    static Set<String> names(Set<Class<?>> mappings) {
        var names = new TreeSet<String>();
        for (Class<?> mapping : mappings) {
            names.addAll(ConfigMappings.getProperties(ConfigMappings.ConfigClass.configClass(mapping))
                    .keySet());
        }
        return names;
    }

    static List<String> faults(KnownSettings known, Iterable<ConfigSource> sources, Map<String, String> environment) {
        var faults = new ArrayList<String>();
        for (ConfigSource source : sources) {
            // The environment's names come as guesses of their dotted form; they are looked at in their own below.
            if (!source.getName().startsWith("EnvConfigSource")) {
                ours(source.getPropertyNames().stream(), PREFIX)
                        .flatMap(key -> known.fault(key).stream())
                        .map(fault -> fault + " (in " + place(source) + ")")
                        .forEach(faults::add);
            }
        }
        ours(environment.keySet().stream(), VARIABLE_PREFIX)
                .flatMap(variable -> known.faultOfVariable(variable).stream())
                .map(fault -> fault + " (in the environment)")
                .forEach(faults::add);
        return faults;
    }

    private static Stream<String> ours(Stream<String> names, String prefix) {
        return names.filter(name -> name.startsWith(prefix))
                .filter(name -> NOT_OURS.stream().noneMatch(name::startsWith))
                .sorted();
    }

    private static String place(ConfigSource source) {
        String name = source.getName();
        return name.startsWith("SysPropConfigSource")
                ? "a system property"
                : name.replaceAll(".*\\[source=(.*)]", "$1");
    }
}
