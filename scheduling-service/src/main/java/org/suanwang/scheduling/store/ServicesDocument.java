package org.suanwang.scheduling.store;

import java.util.List;
import org.suanwang.scheduling.inference.InferenceService;

/** The services of a workload as they are kept. */
record ServicesDocument(List<InferenceService> services) {}
