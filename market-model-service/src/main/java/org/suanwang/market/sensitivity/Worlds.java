package org.suanwang.market.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;
import org.suanwang.market.program.Program;
import org.suanwang.market.uncertainty.UncertainModel;

/** Single worlds in which one input has another value than it has as things stand. */
final class Worlds {
  private final UncertainModel model;
  private final Program.Frame frame;

  Worlds(UncertainModel model) {
    this.model = model;
    this.frame = model.program().frame();
  }

  /** The outputs when one input has this value. */
  double[] outputs(int index, double value) {
    List<Double> inputs = inputs(index, value);
    for (int i = 0; i < inputs.size(); i++) {
      frame.input(i)[0] = inputs.get(i);
    }
    frame.run(1);
    double[] outputs = new double[model.outputs().size()];
    for (int o = 0; o < outputs.length; o++) {
      double output = frame.output(o)[0];
      outputs[o] = Double.isFinite(output) ? output : Double.NaN;
    }
    return outputs;
  }

  private List<Double> inputs(int index, double value) {
    List<Double> inputs = new ArrayList<>();
    model.inputs().forEach(input -> inputs.add(input.base()));
    inputs.set(index, value);
    return inputs;
  }

  /** Why an output has no result at one of the values; null when it has one at all of them. */
  @Nullable Violation reason(int output, int index, double... values) {
    for (double value : values) {
      if (Double.isNaN(outputs(index, value)[output])) {
        return model.explain(output, inputs(index, value));
      }
    }
    return null;
  }
}
