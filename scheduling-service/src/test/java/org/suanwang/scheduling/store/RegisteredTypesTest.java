package org.suanwang.scheduling.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.experiment.ExperimentSpec;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.experiment.SimulationSpec;

/** The native executable writes and reads only what it was told of when it was built. */
class RegisteredTypesTest {
  @Test
  void everyTypeThatIsKept_isToldToTheNativeExecutable() {
    Set<String> kept = new TreeSet<>();
    List.of(SimulationSpec.class, SimulationResult.class, ExperimentSpec.class, Fleet.class)
        .forEach(root -> collect(root, kept));
    RegisterForReflection told = Documents.class.getAnnotation(RegisterForReflection.class);
    assertThat(told).isNotNull();
    Set<String> names = new TreeSet<>();
    for (Class<?> target : told.targets()) {
      names.add(target.getName());
    }
    kept.removeAll(names);
    assertThat(kept).as("types to add to the targets of Documents").isEmpty();
  }

  private static void collect(Type type, Set<String> into) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        collect(argument, into);
      }
    } else if (type instanceof Class<?> one
        && (one.isRecord() || one.isEnum())
        && one.getName().startsWith("org.suanwang.")
        && into.add(one.getName())
        && one.isRecord()) {
      for (RecordComponent component : one.getRecordComponents()) {
        collect(component.getGenericType(), into);
      }
    }
  }
}
