-- What version 1 of the package left in a database, as far as version 2 says it otherwise.

INSERT INTO vendor VALUES ('v', 'V', '{}', 'CN');

INSERT INTO accelerator SELECT id, id, '{}', 'v', 'BOARD' FROM unnest(ARRAY[
    'cambricon-mlu270-f4',
    'cambricon-mlu270-s4',
    'cambricon-mlu290-m5',
    'cambricon-mlu370-x8',
    'enflame-cloudblazer-i20',
    'enflame-cloudblazer-t20',
    'enflame-cloudblazer-t21',
    'huawei-ascend-310',
    'huawei-ascend-910',
    'jingjia-jm9',
    'jingjia-jm9100']) AS id;

INSERT INTO source VALUES ('amd-mi200-launch', 'AMD Instinct MI200 series, launch table', 'AMD', 'VENDOR_DATASHEET', '2021-11-08',
    NULL, NULL, 'zexron.com and the yobitel.com knowledge base');
INSERT INTO source VALUES ('cambricon-mlu370-x8-page', 'MLU370-X8, product page', 'Cambricon', 'VENDOR_DATASHEET', '2026-11-23',
    'https://www.cambricon.com/', NULL, 'a public text that quotes the page word for word');
INSERT INTO source VALUES ('cambricon-mlu370-x8-press', 'MLU370-X8, a press copy of the announcement', 'trade press', 'PRESS', '2022-03-21',
    NULL, NULL, NULL);
INSERT INTO source VALUES ('dongwu-2024-03-26', '国产 AI 算力行业报告：浪潮汹涌，势不可挡', '东吴证券 (Soochow Securities)', 'BROKER_RESEARCH', '2024-03-26',
    NULL, NULL, NULL);
INSERT INTO source VALUES ('enflame-course-table', 'Vendor comparison table in a public course text', 'unnamed course', 'THIRD_PARTY', '2026-11-23',
    NULL, NULL, NULL);
INSERT INTO source VALUES ('enflame-t21-list', 'A third-party list that quotes the T21 manual', 'unnamed list', 'THIRD_PARTY', '2026-11-23',
    NULL, NULL, NULL);
INSERT INTO source VALUES ('epoch-ml-hardware', 'Data on Machine Learning Hardware', 'Epoch AI', 'THIRD_PARTY', '2026-05-12',
    'https://epoch.ai/data/machine-learning-hardware', 'CC BY 4.0', NULL);
INSERT INTO source VALUES ('gmasse-gpu-specs', 'gpu-specs, data/specs.json', 'Gilles Massé and contributors', 'THIRD_PARTY', '2026-11-23',
    'https://github.com/gmasse/gpu-specs', 'Apache-2.0', NULL);
INSERT INTO source VALUES ('huawei-ascend-910-launch', 'Huawei launches Ascend 910, the world''s most powerful AI processor', 'Huawei', 'VENDOR_DATASHEET', '2019-08-23',
    'https://www.huawei.com/au/news/au/2019/huawei-launches-ascend-910-the-worlds-most-powerful-ai-processor', NULL, 'Epoch AI ML Hardware');
INSERT INTO source VALUES ('huawei-hot-chips-31', 'DaVinci: a scalable architecture for neural network computing, Hot Chips 31', 'Huawei', 'VENDOR_DATASHEET', '2019-08-20',
    NULL, NULL, 'Epoch AI ML Hardware');
INSERT INTO source VALUES ('hygon-z100l-survey', 'A third-party survey of Z100L-class DCU cards', 'unnamed survey', 'THIRD_PARTY', '2026-11-23',
    NULL, NULL, NULL);
INSERT INTO source VALUES ('jingjia-jm9-press', 'Press coverage of the JM9 announcement, November and December 2021', 'guangxilong.com and mydrivers', 'PRESS', '2021-12-01',
    'https://www.mydrivers.com/', NULL, NULL);
INSERT INTO source VALUES ('kongchung-mlu290', 'MLU290-M5, a reader''s notes on the Cambricon page', 'kongchung', 'THIRD_PARTY', '2026-11-23',
    'https://zoukankan.com/kongchung-p-14746622', NULL, NULL);
INSERT INTO source VALUES ('mlu290-cint32-list', 'A third-party list that prints 64 for the MLU290''s 32-bit peak', 'unnamed list', 'THIRD_PARTY', '2026-11-23',
    NULL, NULL, NULL);
INSERT INTO source VALUES ('nvidia-a100-datasheet', 'NVIDIA A100 tensor core GPU, datasheet 2188504', 'NVIDIA', 'VENDOR_DATASHEET', '2026-11-23',
    NULL, NULL, 'airensurzyn/export-control-threshold-analysis');
INSERT INTO source VALUES ('nvidia-h100-datasheet', 'NVIDIA H100 tensor core GPU, datasheet 2430615', 'NVIDIA', 'VENDOR_DATASHEET', '2026-11-23',
    NULL, NULL, 'airensurzyn/export-control-threshold-analysis; pytorch/pytorch#182023');
INSERT INTO source VALUES ('nvidia-volta-datasheet', 'NVIDIA Tesla V100 GPU accelerator, datasheets 437317 and 1165301', 'NVIDIA', 'VENDOR_DATASHEET', '2026-11-23',
    'https://images.nvidia.com/content/technologies/volta/pdf/volta-v100-datasheet-update-us-1165301-r5.pdf', NULL, 'Epoch AI ML Hardware and gmasse/gpu-specs');
INSERT INTO source VALUES ('znds-mlu270', 'Press coverage of the MLU270 launch', 'znds.com', 'PRESS', '2019-06-20',
    'https://www.znds.com/', NULL, NULL);

INSERT INTO claim (id, accelerator_id, attribute, quantity, relation, low, high, unit, text_value,
    source_id, place, as_of, content_hash, tier, basis, inputs, recorded_by, recorded_on) VALUES
    ('cambricon-mlu270-f4.press.process', 'cambricon-mlu270-f4', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'cambricon-mlu270-f4.press.process',
     'znds-mlu270', 'article', '2019-06-20', md5('cambricon-mlu270-f4.press.process') || md5('x'), 'PRESS', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('cambricon-mlu270-s4.press.process', 'cambricon-mlu270-s4', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'cambricon-mlu270-s4.press.process',
     'znds-mlu270', 'article', '2019-06-20', md5('cambricon-mlu270-s4.press.process') || md5('x'), 'PRESS', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('cambricon-mlu290-m5.list.cint32', 'cambricon-mlu290-m5', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'cambricon-mlu290-m5.list.cint32',
     'mlu290-cint32-list', 'peak table', '2026-11-23', md5('cambricon-mlu290-m5.list.cint32') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('cambricon-mlu370-x8.press.fp32', 'cambricon-mlu370-x8', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'cambricon-mlu370-x8.press.fp32',
     'cambricon-mlu370-x8-press', 'specification list', '2022-03-21', md5('cambricon-mlu370-x8.press.fp32') || md5('x'), 'PRESS', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-i20.course.int8', 'enflame-cloudblazer-i20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-i20.course.int8',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-i20.course.int8') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-i20.course.fp16', 'enflame-cloudblazer-i20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-i20.course.fp16',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-i20.course.fp16') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-i20.course.fp32', 'enflame-cloudblazer-i20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-i20.course.fp32',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-i20.course.fp32') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-i20.course.process', 'enflame-cloudblazer-i20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-i20.course.process',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-i20.course.process') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-i20.course.name', 'enflame-cloudblazer-i20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-i20.course.name',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-i20.course.name') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-i20.course.power', 'enflame-cloudblazer-i20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-i20.course.power',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-i20.course.power') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-i20.course.memory-bandwidth', 'enflame-cloudblazer-i20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-i20.course.memory-bandwidth',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-i20.course.memory-bandwidth') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-i20.course.memory-capacity', 'enflame-cloudblazer-i20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-i20.course.memory-capacity',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-i20.course.memory-capacity') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t20.course.int8', 'enflame-cloudblazer-t20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t20.course.int8',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t20.course.int8') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t20.course.fp16', 'enflame-cloudblazer-t20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t20.course.fp16',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t20.course.fp16') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t20.course.fp32', 'enflame-cloudblazer-t20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t20.course.fp32',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t20.course.fp32') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t20.course.process', 'enflame-cloudblazer-t20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t20.course.process',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t20.course.process') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t20.course.power', 'enflame-cloudblazer-t20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t20.course.power',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t20.course.power') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t20.course.memory-bandwidth', 'enflame-cloudblazer-t20', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t20.course.memory-bandwidth',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t20.course.memory-bandwidth') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t21.course.int8', 'enflame-cloudblazer-t21', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t21.course.int8',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t21.course.int8') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t21.course.fp16', 'enflame-cloudblazer-t21', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t21.course.fp16',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t21.course.fp16') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t21.course.fp32', 'enflame-cloudblazer-t21', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t21.course.fp32',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t21.course.fp32') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t21.course.process', 'enflame-cloudblazer-t21', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t21.course.process',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t21.course.process') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t21.course.power', 'enflame-cloudblazer-t21', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t21.course.power',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t21.course.power') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('enflame-cloudblazer-t21.course.memory-bandwidth', 'enflame-cloudblazer-t21', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'enflame-cloudblazer-t21.course.memory-bandwidth',
     'enflame-course-table', 'comparison table', '2026-11-23', md5('enflame-cloudblazer-t21.course.memory-bandwidth') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('huawei-ascend-310.hot-chips.process', 'huawei-ascend-310', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'huawei-ascend-310.hot-chips.process',
     'huawei-hot-chips-31', 'presentation', '2019-08-20', md5('huawei-ascend-310.hot-chips.process') || md5('x'), 'VENDOR_DATASHEET', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('huawei-ascend-310.hot-chips.int8', 'huawei-ascend-310', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'huawei-ascend-310.hot-chips.int8',
     'huawei-hot-chips-31', 'presentation', '2019-08-20', md5('huawei-ascend-310.hot-chips.int8') || md5('x'), 'VENDOR_DATASHEET', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('huawei-ascend-310.hot-chips.fp16', 'huawei-ascend-310', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'huawei-ascend-310.hot-chips.fp16',
     'huawei-hot-chips-31', 'presentation', '2019-08-20', md5('huawei-ascend-310.hot-chips.fp16') || md5('x'), 'VENDOR_DATASHEET', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('huawei-ascend-310.hot-chips.power', 'huawei-ascend-310', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'huawei-ascend-310.hot-chips.power',
     'huawei-hot-chips-31', 'presentation', '2019-08-20', md5('huawei-ascend-310.hot-chips.power') || md5('x'), 'VENDOR_DATASHEET', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('huawei-ascend-910.hot-chips.process', 'huawei-ascend-910', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'huawei-ascend-910.hot-chips.process',
     'huawei-hot-chips-31', 'presentation', '2019-08-20', md5('huawei-ascend-910.hot-chips.process') || md5('x'), 'VENDOR_DATASHEET', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('huawei-ascend-910.epoch.memory-bandwidth-family', 'huawei-ascend-910', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'huawei-ascend-910.epoch.memory-bandwidth-family',
     'epoch-ml-hardware', 'ml_hardware.csv', '2026-03-01', md5('huawei-ascend-910.epoch.memory-bandwidth-family') || md5('x'), 'THIRD_PARTY', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('jingjia-jm9.press.fp32', 'jingjia-jm9', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'jingjia-jm9.press.fp32',
     'jingjia-jm9-press', 'articles', '2021-12-01', md5('jingjia-jm9.press.fp32') || md5('x'), 'PRESS', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('jingjia-jm9.press.power', 'jingjia-jm9', 'power', 'BOUND', 'LESS_THAN', 30, 30, 'W', NULL,
     'jingjia-jm9-press', 'articles', '2021-12-01', md5('jingjia-jm9.press.power') || md5('x'), 'PRESS', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23'),
    ('jingjia-jm9100.press.scenario', 'jingjia-jm9100', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'jingjia-jm9100.press.scenario',
     'jingjia-jm9-press', 'articles', '2021-12-01', md5('jingjia-jm9100.press.scenario') || md5('x'), 'PRESS', 'REPORTED', '{}',
     'report-figure-5 1', '2026-11-23');

-- What somebody else entered about the same source.
INSERT INTO claim (id, accelerator_id, attribute, quantity, relation, low, high, unit, text_value,
    source_id, place, as_of, content_hash, tier, basis, inputs, recorded_by, recorded_on) VALUES
    ('jingjia-jm9.mine', 'jingjia-jm9', 'name', 'TEXT', NULL, NULL, NULL, NULL, 'jingjia-jm9.mine',
     'jingjia-jm9-press', 'articles', '2021-12-01', md5('m') || md5('x'), 'PRESS', 'REPORTED', '{}',
     'example-analyst', '2026-11-23');

-- A correction, whose foreign key is checked at the end of the transaction only.
INSERT INTO claim (id, accelerator_id, attribute, quantity, text_value, source_id, place, as_of,
    content_hash, tier, basis, corrects, why, inputs, recorded_by, recorded_on) VALUES
    ('jingjia-jm9.press.name', 'jingjia-jm9', 'name', 'TEXT', 'x', 'jingjia-jm9-press', 'articles',
     '2021-12-01', md5('n') || md5('x'), 'PRESS', 'CORRECTED', 'jingjia-jm9.mine', 'x', '{}',
     'report-figure-5 1', '2026-11-23');

-- Peaks, quantities and bases of every kind that version 1 knew.
INSERT INTO claim (id, accelerator_id, attribute, precision_name, sparsity, circuit, scope, quantity,
    relation, low, high, unit, unknown_reason, printed, qualifier, source_id, place, place_row,
    place_column, as_of, content_hash, tier, basis, why, inputs, estimate_low, estimate_high,
    recorded_by, recorded_on) VALUES
    ('huawei-ascend-910.figure-5.fp16', 'huawei-ascend-910', 'throughput', 'FP16', 'UNSTATED',
     'UNSTATED', 'PACKAGE', 'VALUE', NULL, 320, 320, 'TFLOP/s', NULL, '320 TFLOPS', 'a footnote',
     'dongwu-2024-03-26', 'figure 5', '昇腾910', 'FP16', '2024-03-26', md5('1') || md5('x'),
     'BROKER_RESEARCH', 'REPORTED', NULL, '{}', NULL, NULL, 'report-figure-5 1', '2026-11-23'),
    ('huawei-ascend-910.figure-5.int8', 'huawei-ascend-910', 'throughput', 'INT8', 'SPARSE_2_4',
     'MATRIX', 'DIE', 'RANGE', NULL, 512, 640, 'TOP/s', NULL, NULL, NULL,
     'dongwu-2024-03-26', 'figure 5', '昇腾910', 'INT8', '2024-03-26', md5('2') || md5('x'),
     'BROKER_RESEARCH', 'ESTIMATED', 'both bins', '{}', 512, 640, 'report-figure-5 1', '2026-11-23'),
    ('huawei-ascend-910.figure-5.fp64', 'huawei-ascend-910', 'throughput', 'FP64', 'DENSE',
     'VECTOR', 'BOARD', 'UNKNOWN', NULL, NULL, NULL, NULL, 'NOT_PRINTED', NULL, NULL,
     'dongwu-2024-03-26', 'figure 5', '昇腾910', 'FP64', '2024-03-26', md5('3') || md5('x'),
     'BROKER_RESEARCH', 'REPORTED', NULL, '{}', NULL, NULL, 'report-figure-5 1', '2026-11-23'),
    ('huawei-ascend-910.derived.bandwidth', 'huawei-ascend-910', 'memoryBandwidth', NULL, NULL,
     NULL, NULL, 'VALUE', NULL, 1228.8, 1228.8, 'GB/s', NULL, NULL, NULL,
     'epoch-ml-hardware', 'ml_hardware.csv', NULL, NULL, '2026-05-12', md5('4') || md5('x'),
     'THIRD_PARTY', 'DERIVED', 'bus width times data rate', '{a,"b, c"}', NULL, NULL,
     'example-analyst', '2026-11-24');

INSERT INTO verdict VALUES ('huawei-ascend-910.figure-5.fp16', 'CONFLICT', 'the launch says 256');
INSERT INTO verdict VALUES ('huawei-ascend-910.figure-5.fp64', 'NOT_PRINTED', NULL);

INSERT INTO catalog_version (id, content_hash, published_at, claims, cause) VALUES
    ('2026-11-23-111111111111', repeat('1', 64), '2026-11-23 10:00:00+00', 35, 'report-figure-5 1'),
    ('2026-11-24-222222222222', repeat('2', 64), '2026-11-24 10:00:00+00', 39, 'example-analyst');

INSERT INTO idempotency_key VALUES
    ('key of version 1', 'hash', 'huawei-ascend-910.derived.bandwidth', '2026-11-24 10:00:00+00');
